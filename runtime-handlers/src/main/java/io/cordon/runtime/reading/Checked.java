package io.cordon.runtime.reading;

/** What came of looking at a document before any model does. */
public sealed interface Checked permits Content, Unfit {}
