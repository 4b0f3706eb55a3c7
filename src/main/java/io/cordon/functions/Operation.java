package io.cordon.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one SDK operation needs from IAM.
 *
 * @param service the service's endpoint, such as {@code dynamodb}
 * @param target what its permission names
 * @param actions the IAM actions that it needs on the target
 * @param keyActions the actions that the service takes with the caller's rights on the key behind the target
 * @param source where AWS documents it
 */
public record Operation(String service, Target target, List<String> actions, List<String> keyActions, String source) {

    /** A resource that a manifest names. */
    public enum Kind {
        /** An S3 bucket. */
        BUCKET,
        /** A DynamoDB table. */
        TABLE,
        /** One or more KMS keys that are used for themselves, for signatures, and not to encrypt something else. */
        KEY,
        /** A CloudTrail trail; no key stands behind it. */
        TRAIL,
        /** A foundation model, called through its inference profile; no key stands behind it. */
        MODEL,
        /** What is set once for the account and region; nothing is bound to it, and IAM knows no resource for it. */
        ACCOUNT;

        /** Whether a key of ours encrypts what is in it. */
        boolean isEncrypted() {
            return this == BUCKET || this == TABLE;
        }
    }

    /** What an IAM statement names. */
    public enum Target {
        /** The bucket itself; prefixes become a condition. */
        BUCKET(Kind.BUCKET),
        /** Objects under the prefixes. */
        OBJECT(Kind.BUCKET),
        /** The table itself. */
        TABLE(Kind.TABLE),
        /** The table's indexes. */
        INDEX(Kind.TABLE),
        /** The keys themselves. */
        KEY(Kind.KEY),
        /** The trail itself. */
        TRAIL(Kind.TRAIL),
        /** The model's profile, and the model behind it through that profile alone. */
        MODEL(Kind.MODEL),
        /** No resource: IAM knows none for the action. A call still names the resource that it serves. */
        ANY(null);

        final @Nullable Kind kind;

        Target(@Nullable Kind kind) {
            this.kind = kind;
        }

        boolean isOn(Kind other) {
            return kind == null || kind == other;
        }

        /** Whether it may be of a kind that no key of ours encrypts. */
        boolean isKeyless() {
            return isOn(Kind.TRAIL) || isOn(Kind.MODEL) || isOn(Kind.ACCOUNT);
        }
    }
}
