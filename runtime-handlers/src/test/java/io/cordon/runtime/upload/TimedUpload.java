package io.cordon.runtime.upload;

import io.cordon.runtime.http.Origins;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.upload.DynamoDbIntake.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The upload function at a time of the test's choice. */
final class TimedUpload {
    private TimedUpload() {}

    /** The upload function at another time, with its real table. */
    static Lambda upload(Instant now, long perHour) {
        DynamoDbIntake intake =
                new DynamoDbIntake(LocalAws.DYNAMODB, LocalAws.TABLE, new Terms(perHour, Duration.ofDays(4)));
        return Lambda.running(
                "upload",
                new UploadHandler(
                        "upload",
                        Origins.of(List.of(Event.PAGE)),
                        new Upload(
                                intake,
                                (id, document) -> new Invitation(
                                        "https://s3.invalid/" + id.value(), Map.of(), now.plusSeconds(300)),
                                (metric, value, parts) -> {},
                                Clock.fixed(now, ZoneOffset.UTC),
                                5_000_000)));
    }
}
