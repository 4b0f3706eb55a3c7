package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Phone;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneUploadTest {
    private static final String BODY = "hello world";

    private final Answer answer = Lambda.upload().answer(Event.upload(Event.somebody()));
    private final Phone phone = new Phone(answer);
    private boolean refused;

    @BeforeEach
    void refusedUnlessSaidOtherwise() {
        refused = true;
    }

    @AfterEach
    void nothingLiesThereAfterARefusal() {
        int objects = LocalAws.S3
                .listObjectsV2(list -> list.bucket(LocalAws.BUCKET).prefix("incoming/" + answer.jobId()))
                .keyCount();
        assertThat(objects).isEqualTo(refused ? 0 : 1);
    }

    @Test
    void takesTheAnnouncedDocument() {
        refused = false;
        assertThat(phone.put(BODY)).isEqualTo(200);
    }

    @Test
    void asksForNoHeaderThatAnOrdinaryClientCannotSend() {
        assertThat(phone.url())
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match")
                .doesNotContainIgnoringCase("checksum")
                .doesNotContainIgnoringCase("server-side-encryption");
    }

    @Test
    void refusesASecondDocument() {
        refused = false;
        phone.put(BODY);
        assertThat(phone.put("HELLO WORLD")).isEqualTo(412);
    }

    @Test
    void refusesAnotherContentType() {
        assertThat(phone.with("Content-Type", "text/html").put(BODY)).isEqualTo(403);
    }

    @Test
    void refusesALongerDocument() {
        assertThat(phone.put(BODY + "!")).isEqualTo(403);
    }

    @Test
    void refusesAShorterDocument() {
        assertThat(phone.put("hello")).isEqualTo(403);
    }

    @Test
    void refusesToOverwriteByLeavingOutIfNoneMatch() {
        assertThat(phone.without("If-None-Match").put(BODY)).isIn(400, 403);
    }

    @Test
    void refusesAnotherKey() {
        assertThat(phone.to(phone.url().replace(answer.jobId(), "a".repeat(32))).put(BODY))
                .isEqualTo(403);
    }

    @Test
    void refusesAChangedSignature() {
        String url = phone.url();
        char last = url.charAt(url.indexOf("X-Amz-Signature=") + 16);
        String changed = url.replace("X-Amz-Signature=" + last, "X-Amz-Signature=" + (last == '0' ? '1' : '0'));
        assertThat(phone.to(changed).put(BODY)).isEqualTo(403);
    }

    @Test
    void refusesALaterUseThanAnnounced() throws InterruptedException {
        Answer brief = Lambda.named("upload", Map.of("UPLOAD_URL_SECONDS", "1")).answer(Event.upload(Event.somebody()));
        Thread.sleep(2_100);
        assertThat(new Phone(brief).put(BODY)).isEqualTo(403);
    }
}
