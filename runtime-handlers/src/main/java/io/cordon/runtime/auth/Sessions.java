package io.cordon.runtime.auth;

import java.time.Instant;
import java.util.Optional;

/** Who is signed in. */
interface Sessions {
    /** Opens a session. */
    void open(Session session, Instant now);

    /** A session that is not over. */
    Optional<Session> find(String id, Instant now);

    /** Puts the next secret in the place of the one that the session was found with; false if another is there by now. */
    boolean rotate(Session session, String nextHash, Instant now);

    /** Ends a session, if it is not over. */
    void end(String id, Ending why, Instant now);

    /** Why a session ended before its time. */
    enum Ending {
        /** A secret came again after it was used, or a forged one. */
        REUSED,
        /** The person is gone. */
        ERASED
    }
}
