package io.cordon.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.SignIns;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a provider sends, it is a set of keys or refused. */
class KeySetPropertyTest {
    private static final String GOOD = SignIns.GOOGLE.jwks();

    @Property(tries = 500)
    void anyTextIsRefused(@ForAll String text) {
        assertThatThrownBy(() -> KeySet.read(text)).isInstanceOf(Unusable.class);
    }

    @Property(tries = 300)
    void anyOtherCharacterGivesASetOrIsRefused(@ForAll @IntRange(max = 10_000) int at, @ForAll char other) {
        int place = at % GOOD.length();
        try {
            KeySet.read(GOOD.substring(0, place) + other + GOOD.substring(place + 1));
        } catch (Unusable e) {
            assertThat(e.getMessage()).matches("MALFORMED|EMPTY");
        }
    }
}
