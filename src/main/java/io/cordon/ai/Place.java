package io.cordon.ai;

import software.amazon.awscdk.Stack;

/** Where an ARN lies; each part may be a token. */
record Place(String partition, String region, String account) {
    /** As long as any place is, to measure a policy before its tokens are known. */
    static final Place LONGEST = new Place("aws-us-gov", "ap-southeast-1", "000000000000");

    static Place of(Stack stack) {
        return new Place(stack.getPartition(), stack.getRegion(), stack.getAccount());
    }
}
