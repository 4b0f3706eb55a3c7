package io.cordon.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitationsTest {
    @Test
    void readsCitationsThatStandInOneText() {
        assertThat(Citations.in("AC-4(26),\u00a0AU-2b 164.312(e)(1 AU-2b"))
                .containsExactly("164.312(e)(1)", "AC-4(26)", "AU-2b");
    }
}
