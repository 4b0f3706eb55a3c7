package io.cordon.compliance.source;

import io.cordon.compliance.evidence.SourceLine;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;

/**
 * Who wrote the {@code new} of the construct that is being made.
 *
 * <p>A constructor that calls {@code super(…)} or {@code this(…)} belongs to what is made, so it is passed over. From
 * there on the first line counts that lies in the project: that is what its people can change, and inside a library, ours
 * included, they cannot. If no line lies there, it is the first that is not of Java, the CDK or another jsii library.
 */
final class Maker {
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final List<String> GLUE = List.of(
            "java.", "javax.", "jdk.", "sun.", "com.sun.", "software.amazon.", "software.constructs.", "org.junit.");

    /** Asked of each frame below each construct. What jsii makes is annotated, and what extends it inherits that. */
    private static final ClassValue<Boolean> WRITTEN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return GLUE.stream().noneMatch(type.getName()::startsWith)
                    && type.getNestHost().getDeclaredAnnotation(Jsii.class) == null;
        }
    };

    private final SourceRoots roots;

    Maker(SourceRoots roots) {
        this.roots = roots;
    }

    /** Returns the line of the {@code new} that is being run. */
    Optional<SourceLine> line() {
        return line(stack -> stack.dropWhile(frame -> !isConstructor(frame)).dropWhile(new OneObject()));
    }

    /** Returns the line that called the method of the CDK that is being run: there is no constructor of ours to pass over. */
    Optional<SourceLine> caller() {
        return line(stack -> stack.dropWhile(frame -> !frame.getClassName().startsWith("software.amazon.jsii.")));
    }

    private Optional<SourceLine> line(UnaryOperator<Stream<StackFrame>> from) {
        return first(from, frame -> roots.find(file(frame)).map(file -> line(file, frame)))
                .or(() -> first(from, frame -> Optional.of(line(file(frame), frame))));
    }

    /** Walks no further than it must: to ask each frame of a stack for its file and line takes longer than all else. */
    private static Optional<SourceLine> first(
            UnaryOperator<Stream<StackFrame>> from, Function<StackFrame, Optional<SourceLine>> counting) {
        return STACK.walk(stack -> from.apply(stack)
                .filter(Maker::isWritten)
                .flatMap(frame -> counting.apply(frame).stream())
                .findFirst());
    }

    private static SourceLine line(String file, StackFrame frame) {
        return new SourceLine(file, frame.getLineNumber());
    }

    /** The constructors of one object: each is of the class before it, or of one that extends that. */
    private static final class OneObject implements Predicate<StackFrame> {
        private @Nullable Class<?> type;

        @Override
        public boolean test(StackFrame frame) {
            var before = type;
            type = frame.getDeclaringClass();
            return isConstructor(frame) && (before == null || before == type || before == type.getSuperclass());
        }
    }

    private static String file(StackFrame frame) {
        return SourceRoots.fileInPackage(frame.getDeclaringClass(), frame.getFileName());
    }

    private static boolean isConstructor(StackFrame frame) {
        return frame.getMethodName().equals("<init>");
    }

    /** Whether a person wrote it, and where is known. */
    private static boolean isWritten(StackFrame frame) {
        return WRITTEN.get(frame.getDeclaringClass()) && frame.getLineNumber() > 0;
    }
}
