package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Converse;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class AnswerCheckPropertyTest {
    private static final AnswerCheck CHECK = new AnswerCheck(Prompt.current().tool());

    @Property
    void takesNoTextWithControlsOrMoreThanItsFieldHolds(@ForAll @StringLength(max = 200) String text) {
        boolean taken = CHECK.accepts(Converse.json(Converse.answerWith("title", text)));

        boolean controls = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        assertThat(taken && (controls || text.isEmpty() || text.codePointCount(0, text.length()) > 160))
                .isFalse();
    }
}
