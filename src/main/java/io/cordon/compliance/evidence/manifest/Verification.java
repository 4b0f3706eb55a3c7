package io.cordon.compliance.evidence.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What hashing a pack anew showed.
 *
 * @param manifest the SHA-256 of the manifest itself, which a signature outside the pack can name
 * @param whole files that are as the manifest says
 * @param templatesApart whether the templates were not handed over with the pack, so that nothing is known of them
 * @param problems what is not as the manifest says, one sentence each
 */
public record Verification(String manifest, int whole, boolean templatesApart, List<String> problems) {

    /**
     * Hashes the files of a pack, and the templates beside it, where they lie.
     *
     * @param pack the folder {@code evidence/} of a synth
     * @throws IllegalArgumentException if there is no manifest
     */
    public static Verification of(Path pack) {
        var manifest = ManifestFile.read(pack);
        var problems = new ArrayList<String>();
        var assembly = pack.toAbsolutePath().normalize().resolveSibling("");
        var apart = manifest.templates().stream().noneMatch(it -> Files.exists(assembly.resolve(it.file())));
        manifest.evidence().forEach(it -> check(pack, it, problems));
        if (!apart) {
            manifest.templates().forEach(it -> check(assembly, it, problems));
        }
        var listed = manifest.evidence().stream().map(HashedFile::file).toList();
        var broken = problems.size();
        ManifestFile.names(pack).stream()
                .filter(name -> !listed.contains(name))
                .forEach(name -> problems.add(name + ": not in the manifest"));
        var files =
                manifest.evidence().size() + (apart ? 0 : manifest.templates().size());
        return new Verification(
                HashedFile.of(pack, ManifestFile.NAME).sha256(),
                files - broken,
                apart && !manifest.templates().isEmpty(),
                List.copyOf(problems));
    }

    private static void check(Path directory, HashedFile listed, List<String> problems) {
        var file = directory.resolve(listed.file()).normalize();
        if (!file.startsWith(directory.normalize())) {
            problems.add(listed.file() + ": leads out of the pack");
        } else if (!Files.isRegularFile(file)) {
            problems.add(listed.file() + ": missing");
        } else if (!HashedFile.of(directory, listed.file()).equals(listed)) {
            problems.add(listed.file() + ": changed since the manifest was written");
        }
    }
}
