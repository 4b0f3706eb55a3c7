package io.cordon.runtime.process;

import io.cordon.runtime.jobs.Documents;

/** What lies in the bucket for a job. */
record JobFiles(Documents documents, Inputs inputs, Outcomes outcomes) {}
