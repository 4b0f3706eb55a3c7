package io.cordon.runtime.process;

/** What one event led to, as the log says it. */
enum Ending {
    /** A model's answer is kept. */
    ANSWERED,
    /** It is kept that nobody would read the document. */
    DECLINED,
    /** The cause of a failure is kept. */
    FAILED,
    /** There was an outcome already; what an earlier invocation left open is done. */
    DONE_BEFORE,
    /** Nobody waits for an outcome: the job is unknown or over, or was cleared before or meanwhile. */
    NOT_WANTED,
    /** The document is gone, and nothing says what became of it. */
    NO_DOCUMENT,
    /** Another invocation works on it. */
    BUSY,
    /** The event is to come again. */
    UNFINISHED
}
