package io.cordon.runtime.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.costs.Usage;

/** What came of reading one document. */
public sealed interface Reading {
    /**
     * The model answered as its schema says.
     *
     * @param kind what the document is
     * @param answer what the model found, valid by the schema of {@code prompt}
     * @param prompt the version of the prompt, such as {@code document-v1}
     * @param usage what the call consumed
     */
    record Answered(Kind kind, ObjectNode answer, String prompt, Usage usage) implements Reading {
        @Override
        public String toString() {
            return "Answered[" + kind + "]";
        }
    }

    /** A guardrail stopped the call, or the model would not answer: a result like any other, and no error. */
    record Declined(Reason reason, String prompt, Usage usage) implements Reading {
        /** Who declined. */
        public enum Reason {
            /** A guardrail. */
            GUARDRAIL,
            /** The model, or a filter in front of it. */
            REFUSAL
        }
    }

    /** The model answered, and nobody can use it. */
    record Unusable(Fault fault, Usage usage) implements Reading {
        /** What is wrong with an answer. */
        public enum Fault {
            /** It reached the limit of tokens before its end. */
            CUT,
            /** It is not what the schema says. */
            MALFORMED
        }
    }

    /** Bedrock refused the document itself; another attempt would be refused too, and nothing was charged. */
    record Unreadable(Unfit why) implements Reading {}

    /** Throttled, unavailable or not allowed: the model read nothing and charged nothing; a later call may succeed. */
    record TurnedAway(String reason) implements Reading {}

    /** No whole answer came in time: the model may have read the document, and what was charged is not known. */
    record Unanswered(String reason) implements Reading {}
}
