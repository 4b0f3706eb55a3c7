package io.cordon.compliance.source;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Code of somebody else, whose file is not in the project. */
final class Library {
    private Library() {}

    static MakerTest.Made make(Supplier<MakerTest.Made> maker) {
        return maker.get();
    }

    static MakerTest.Made made(Path directory) {
        return new MakerTest.Made(directory);
    }
}
