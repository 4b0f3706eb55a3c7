package io.cordon.runtime.people;

import java.util.Optional;

/** Who is known. */
public interface People {
    /** Whom a provider means. */
    Optional<PersonId> find(External external);

    /** Whether this person is still there; one who was erased is not. */
    boolean knows(PersonId id);

    /** Adds somebody, all or nothing; not if the external id is somebody's already. */
    boolean add(NewPerson person);
}
