package io.cordon.runtime.people;

import java.util.List;

/** Turns what a person is found by into marks, one for each key: the first is written, all are looked for. */
public interface Lookup {
    /** The marks of somebody at a provider of sign-ins. */
    List<Mark> external(String provider, String subject);

    /** The mark of an e-mail address that is written; the address counts trimmed and in lower case. */
    Mark email(String address);
}
