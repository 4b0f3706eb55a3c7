package io.cordon.systems.settings;

/**
 * One wrong setting.
 *
 * @param property where it stands, such as {@code cordon:serenya:prod uploads.expiryDays}
 * @param value what was given
 * @param limit what is accepted
 * @param mend what to do
 */
public record Problem(String property, String value, String limit, String mend) {
    @Override
    public String toString() {
        return property + ": " + value + "; " + limit + "; " + mend;
    }
}
