package io.cordon.functions;

import io.cordon.ai.ModelProfile;
import io.cordon.data.LeadingKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
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

    /** What statements about it name within {@code scope}, and no more; one for each condition. */
    List<Reach> reach(FunctionPermissions.Scope scope, Stack stack);

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
        public List<Reach> reach(FunctionPermissions.Scope scope, Stack stack) {
            var keys = within(scope.prefixes()).stream()
                    .map(prefix -> prefix + "*")
                    .toList();
            if (scope.target() == Operation.Target.OBJECT) {
                return List.of(
                        Reach.of(scope, keys.stream().map(bucket::arnForObjects).toList()));
            }
            var arns = List.of(bucket.getBucketArn());
            return List.of(
                    keys.isEmpty()
                            ? Reach.of(scope, arns)
                            : Reach.of(scope, arns, Map.of("StringLike", Map.of("s3:prefix", keys))));
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
        public List<Reach> reach(FunctionPermissions.Scope scope, Stack stack) {
            var arn = table.getTableArn() + (scope.target() == Operation.Target.INDEX ? "/index/*" : "");
            return List.of(
                    scope.leadingKeys().isEmpty()
                            ? Reach.of(scope, List.of(arn))
                            : Reach.of(scope, List.of(arn), LeadingKeys.condition(scope.leadingKeys())));
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
        public List<Reach> reach(FunctionPermissions.Scope scope, Stack stack) {
            return List.of(Reach.of(scope, arns()));
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
        public List<Reach> reach(FunctionPermissions.Scope scope, Stack stack) {
            return List.of(Reach.of(scope, List.of(name())));
        }
    }

    /** A model, which a call names by the id of its profile; IAM asks about the profile and the model behind it. */
    record Model(ModelProfile profile) implements BoundResource {
        @Override
        public @Nullable IKey key() {
            return null;
        }

        @Override
        public Operation.Kind kind() {
            return Operation.Kind.MODEL;
        }

        @Override
        public String name() {
            return profile.id();
        }

        @Override
        public List<Reach> reach(FunctionPermissions.Scope scope, Stack stack) {
            return List.of(
                    new Reach("Profile", List.of(profile.arn(stack)), Map.of()),
                    new Reach("ThroughProfile", profile.modelArns(stack), profile.onlyThrough(stack)));
        }
    }
}
