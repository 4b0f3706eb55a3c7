package io.cordon.systems.serenya;

import io.cordon.policies.BedrockModels;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every value in which two stages of Serenya differ, and every value that a user may change.
 *
 * <p>The context {@code cordon:serenya:<stage>} overrides any of them, as JSON of this shape.
 *
 * @param stage the stage's name, the last word of its stacks' names
 * @param placement where it runs
 * @param network its addresses
 * @param uploads what a person may hand in
 * @param tokens which access tokens the API takes
 * @param models which models may see PHI
 * @param retention how long things are kept
 * @param concurrency how many requests each function answers at once, reserved in the account
 * @param operations what those who run it see
 * @param ownership who answers for it and who pays
 * @param protection what keeps it from being deleted by mistake
 */
public record SerenyaSettings(
        String stage,
        Placement placement,
        Network network,
        Uploads uploads,
        Tokens tokens,
        Models models,
        Retention retention,
        Concurrency concurrency,
        Operations operations,
        Ownership ownership,
        Protection protection) {
    private static final LimitPolicy LIMITS = LimitPolicy.current();
    private static final int LARGEST_DOCUMENT = LIMITS.modelDocumentBytes().value();
    private static final int LONGEST_TEXT = LIMITS.modelTextCharacters().value();
    private static final int LONGEST_ANSWER = LIMITS.modelAnswerTokens().value();

    /** The settings for work on made-up data: cheap, and quick to throw away but for its audit logs. */
    public static SerenyaSettings dev() {
        return new SerenyaSettings(
                "dev",
                new Placement(null, "eu-west-1", List.of("eu-west-1a", "eu-west-1b"), "eu-central-1"),
                new Network("10.0.0.0/16"),
                new Uploads(1, LARGEST_DOCUMENT, 20, 300, List.of("http://localhost:3000"), true),
                new Tokens("https://api-dev.serenya.health", "serenya-dev", 900),
                new Models(List.of(BedrockModels.current().defaultModel()), null, LONGEST_TEXT, LONGEST_ANSWER),
                new Retention(7, 2192, 7),
                new Concurrency(5, 5, 5, 5, 5, 5),
                new Operations(true, null),
                new Ownership("Serenya platform", "serenya-dev"),
                new Protection(false, false, true, false));
    }

    /** The settings for people's data. */
    public static SerenyaSettings prod() {
        return new SerenyaSettings(
                "prod",
                new Placement(null, "eu-west-1", List.of("eu-west-1a", "eu-west-1b"), "eu-central-1"),
                new Network("10.1.0.0/16"),
                new Uploads(1, LARGEST_DOCUMENT, 20, 300, List.of("https://app.serenya.health"), false),
                new Tokens("https://api.serenya.health", "serenya-prod", 900),
                new Models(List.of(BedrockModels.current().defaultModel()), null, LONGEST_TEXT, LONGEST_ANSWER),
                new Retention(365, 2192, 35),
                new Concurrency(50, 50, 20, 50, 10, 50),
                new Operations(false, "alerts@serenya.health"),
                new Ownership("Serenya platform", "serenya-prod"),
                new Protection(true, false, false, true));
    }

    /**
     * Where a stage runs; nothing is ever looked up.
     *
     * @param account twelve digits; with none, the account of whoever deploys
     * @param region one region; PHI stays in it
     * @param zones two or three availability zones of the region
     * @param recoveryRegion another region of the same geography, which keeps a copy of every backup
     */
    public record Placement(@Nullable String account, String region, List<String> zones, String recoveryRegion) {}

    /**
     * Its addresses.
     *
     * @param cidr a private block from /16 to /24; stages of one account and region must not overlap, so that their flow
     *     logs can be told apart
     */
    public record Network(String cidr) {}

    /**
     * What a person may hand in.
     *
     * @param expiryDays days until a document that nobody processed is expired; 1 to 7
     * @param largestBytes the largest document; S3 enforces it through the signature. At most what a model takes,
     *     4,500,000 ({@code policies/limits.json})
     * @param perHour documents that one person may open in an hour
     * @param urlSeconds how long the address of an upload works; 60 to 900
     * @param origins web origins that may upload from a browser
     * @param localOrigins whether plain {@code http://localhost} counts as one
     */
    public record Uploads(
            int expiryDays,
            int largestBytes,
            int perHour,
            int urlSeconds,
            List<String> origins,
            boolean localOrigins) {}

    /**
     * Which access tokens the API takes.
     *
     * @param issuer who issues them: the {@code iss} of each, an https address
     * @param audience for whom: the {@code aud} of each; another in each stage, so that no token opens two
     * @param longestSeconds the longest life that a token may claim; 60 to 3600. It cannot be called back before
     */
    public record Tokens(String issuer, String audience, int longestSeconds) {}

    /**
     * Which models may see PHI, and how much of it at once.
     *
     * @param allowed ids from {@code policies/bedrock/models.json}, without a geography
     * @param reading the one of them that reads documents; with none, the first
     * @param longestTextCharacters the longest text that is read; at most 100,000 ({@code policies/limits.json})
     * @param longestAnswerTokens the longest answer, thinking included; 1,000 to 8,192 ({@code policies/limits.json})
     */
    public record Models(
            List<String> allowed, @Nullable String reading, int longestTextCharacters, int longestAnswerTokens) {
        String readingModel() {
            return reading == null ? allowed.get(0) : reading;
        }
    }

    /**
     * How long things are kept.
     *
     * @param logDays application logs; a period that CloudWatch Logs accepts
     * @param auditDays trails, access logs and flow logs; six years at least
     * @param backupDays recovery points of the tables, and their copies; 7 to 365
     */
    public record Retention(int logDays, int auditDays, int backupDays) {}

    /**
     * How many requests each function answers at once.
     *
     * @param upload of the function that opens jobs
     * @param status of the function that tells how a job stands
     * @param process of the function that has documents read: what is more waits its turn, and nobody is turned away,
     *     while each one more is a call more at a time to a model with a quota of its own
     * @param result of the function that hands out what was found; asked as often as a job's status says that it is there
     * @param cleanup of the function that forgets a job; nobody waits for it
     * @param authorizer of the function that reads access tokens; without a free one, everybody is turned away
     */
    public record Concurrency(int upload, int status, int process, int result, int cleanup, int authorizer) {
        /** One each for the check of the trail, the price book and the closing of the default security group. */
        private static final int HOUSEKEEPING = 3;

        int reserved() {
            return upload + status + process + result + cleanup + authorizer + HOUSEKEEPING;
        }
    }

    /**
     * What those who run a stage see.
     *
     * @param detailedLogging whether Lambda's own events are logged in detail; requests and replies never are
     * @param alertEmail who is told when an alarm goes off, once they have confirmed it; with none, nobody
     */
    public record Operations(
            boolean detailedLogging, @Nullable String alertEmail) {}

    /**
     * Who answers for a stage and who pays; written as tags on everything.
     *
     * @param owner a team or role
     * @param costCenter where its cost is booked
     */
    public record Ownership(String owner, String costCenter) {}

    /**
     * What keeps a stage from being deleted by mistake.
     *
     * @param termination whether CloudFormation refuses to delete its stacks
     * @param destroyable whether its stores of PHI go with its stack; the context {@code cordon:allowPhiDeletion} must
     *     agree
     * @param sharedKey whether one key serves all data classes, which saves cost and tells less apart
     * @param irrevocable whether the locks on audit logs and backups hold against everybody, the root user and AWS
     *     included. Nobody can take them off again: not on logs from the first day, and not on backups after two weeks
     */
    public record Protection(boolean termination, boolean destroyable, boolean sharedKey, boolean irrevocable) {}
}
