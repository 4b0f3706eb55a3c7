package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UploadTest {
    private final Lambda upload = Lambda.upload();
    private final String caller = Event.somebody();

    @Test
    void opensAJobAndSaysHowToUpload() {
        Answer answer = upload.answer(Event.upload(caller));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.jobId()).matches(Pattern.compile("[a-z2-7]{32}"));
        assertThat(answer.header("Location")).isEqualTo("/api/v1/process/status/" + answer.jobId());
        assertThat(answer.body().at("/upload/method").textValue()).isEqualTo("PUT");
    }
}
