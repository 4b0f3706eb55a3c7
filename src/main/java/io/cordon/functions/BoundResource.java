package io.cordon.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** A real resource in the place of a name in the manifest. */
sealed interface BoundResource {
    /** The key behind it; none behind what holds no data. */
    @Nullable
    IKey key();

    Operation.Kind kind();

    /** The name under which code finds it. */
    String name();

    /** What a statement about {@code target} names, and no more. */
    List<String> arns(Operation.Target target, List<String> prefixes);

    /** What the manifest's prefixes are in this resource. */
    default List<String> within(List<String> prefixes) {
        return prefixes;
    }

    /** A bucket, of which only the keys under {@code root} count: empty, or ending in a slash. */
    record Bucket(IBucket bucket, IKey key, String root) implements BoundResource {
        @Override
        public List<String> within(List<String> prefixes) {
            return prefixes.stream().map(root::concat).toList();
        }

        @Override
        public Operation.Kind kind() {
            return Operation.Kind.BUCKET;
        }

        @Override
        public String name() {
            return bucket.getBucketName();
        }

        @Override
        public List<String> arns(Operation.Target target, List<String> prefixes) {
            return target == Operation.Target.BUCKET
                    ? List.of(bucket.getBucketArn())
                    : within(prefixes).stream()
                            .map(prefix -> bucket.arnForObjects(prefix + "*"))
                            .toList();
        }
    }

    /** A table. */
    record Table(ITable table, IKey key) implements BoundResource {
        @Override
        public Operation.Kind kind() {
            return Operation.Kind.TABLE;
        }

        @Override
        public String name() {
            return table.getTableName();
        }

        @Override
        public List<String> arns(Operation.Target target, List<String> prefixes) {
            return List.of(target == Operation.Target.INDEX ? table.getTableArn() + "/index/*" : table.getTableArn());
        }
    }

    /** Keys that are used for themselves; no other key stands behind them. */
    record Keys(List<IKey> keys) implements BoundResource {
        @Override
        public @Nullable IKey key() {
            return null;
        }

        @Override
        public Operation.Kind kind() {
            return Operation.Kind.KEY;
        }

        /** ARNs, because the id alone does not find a key of another account. */
        @Override
        public String name() {
            return String.join(",", arns());
        }

        @Override
        public List<String> arns(Operation.Target target, List<String> prefixes) {
            return arns();
        }

        private List<String> arns() {
            return keys.stream().map(IKey::getKeyArn).toList();
        }
    }

    /** A trail, which its API finds by its ARN. */
    record Trail(TrailArn arn) implements BoundResource {
        @Override
        public @Nullable IKey key() {
            return null;
        }

        @Override
        public Operation.Kind kind() {
            return Operation.Kind.TRAIL;
        }

        @Override
        public String name() {
            return arn.value();
        }

        @Override
        public List<String> arns(Operation.Target target, List<String> prefixes) {
            return List.of(name());
        }
    }
}
