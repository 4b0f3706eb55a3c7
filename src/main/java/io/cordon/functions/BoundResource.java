package io.cordon.functions;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** A real resource in the place of a name in the manifest. */
sealed interface BoundResource {
    /** The key behind it. */
    IKey key();

    Operation.Kind kind();

    /** The name under which code finds it. */
    String name();

    /** What a statement about {@code target} names, and no more. */
    List<String> arns(Operation.Target target, List<String> prefixes);

    /** A bucket. */
    record Bucket(IBucket bucket, IKey key) implements BoundResource {
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
                    : prefixes.stream()
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

    /** Keys that are used for themselves. */
    record Keys(List<IKey> keys) implements BoundResource {
        @Override
        public IKey key() {
            return keys.get(0);
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
}
