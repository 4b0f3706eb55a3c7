package io.cordon.runtime.process;

import io.cordon.runtime.jobs.Outcomes;

/** What lies in the bucket for a job. */
record JobFiles(Outcomes outcomes, Inputs inputs, Shelf shelf) {}
