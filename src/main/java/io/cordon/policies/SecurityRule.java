package io.cordon.policies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the HIPAA Security Rule asks, provision by provision, and what no template shows of it:
 * {@code policies/hipaa/security-rule.json}.
 *
 * @param regulation its place in the Code of Federal Regulations
 * @param source where its text is published
 * @param matrix where it lists which specification is required and which addressable
 * @param checked when this list was last compared with the text
 * @param outlook what may change soon
 * @param sections its sections in their order, those too that ask nothing of a system
 */
public record SecurityRule(
        String regulation, String source, String matrix, LocalDate checked, Outlook outlook, List<Section> sections) {
    private static final SecurityRule CURRENT = PolicyFile.read("hipaa/security-rule.json", SecurityRule.class);

    /**
     * What may change soon.
     *
     * @param says it in one sentence
     * @param source where it is published
     */
    public record Outlook(String says, String source) {}

    /**
     * One section.
     *
     * @param section its number, such as {@code 164.312}
     * @param title as in the regulation
     * @param about how much of it a template can show
     * @param source where its text is published
     * @param provisions what it asks, in its order
     */
    public record Section(String section, String title, String about, String source, List<Provision> provisions) {}

    /** What a paragraph is. */
    public enum Kind {
        /** Binding for everybody. */
        @JsonProperty("standard")
        STANDARD,
        /** One way in which a standard is met; required or addressable. */
        @JsonProperty("specification")
        SPECIFICATION,
        /** How the others are to be read; met through them and therefore not counted. */
        @JsonProperty("general")
        GENERAL
    }

    /** How binding a paragraph is. */
    public enum Obligation {
        /** It is to be met as it stands. */
        @JsonProperty("required")
        REQUIRED,
        /** It is to be met, or written down why not and what is done instead. */
        @JsonProperty("addressable")
        ADDRESSABLE
    }

    /**
     * One standard, implementation specification or general rule.
     *
     * @param citation its paragraph, such as {@code 164.312(a)(2)(iv)}
     * @param kind what it is
     * @param obligation how binding it is
     * @param title as in the regulation
     * @param notShown what no template shows of it, and who does
     * @param tests tests of the constructs of this library that prove a part of it
     */
    public record Provision(
            String citation, Kind kind, Obligation obligation, String title, String notShown, List<Proof> tests) {}

    /**
     * What one test of a construct proves. It speaks of the construct and not of an app that may not use it.
     *
     * @param test its class and method
     * @param proves what, as a sentence
     */
    public record Proof(String test, String proves) {}

    /** Returns the policy on the class path. */
    public static SecurityRule current() {
        return CURRENT;
    }

    /** Returns every provision in the order of the regulation. */
    public Stream<Provision> provisions() {
        return sections.stream().flatMap(section -> section.provisions().stream());
    }

    /**
     * Returns the provision that a rule cites. A citation that is finer than the list names the paragraph around it, and
     * one that is coarser the only standard inside it: the regulation's own matrix writes {@code 164.308(a)(3)} for the
     * standard at {@code 164.308(a)(3)(i)}. A bracket that its author forgot to close is closed.
     */
    public Optional<Provision> find(String citation) {
        var whole = citation.matches(".*\\([^)]*") ? citation + ")" : citation;
        return named(whole).or(() -> named(whole.replaceFirst("\\([^(]*$", "")));
    }

    private Optional<Provision> named(String citation) {
        var exact = provisions().filter(it -> it.citation().equals(citation)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        var inside = provisions()
                .filter(it -> it.kind() == Kind.STANDARD)
                .filter(it -> it.citation().startsWith(citation + "("))
                .toList();
        return inside.size() == 1 ? Optional.of(inside.get(0)) : Optional.empty();
    }
}
