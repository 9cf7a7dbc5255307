package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.ReadConsistencyStrategy;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;

/**
 * How new the state is that a read sees. The account is deployed with strong consistency: a read
 * then asks two replicas and pays for both.
 */
public enum Consistency {
    /** The state of any one replica, which may lag behind: half the price. */
    EVENTUAL,

    /** Every acknowledged write: the account's default. */
    STRONG;

    // A level, unlike a strategy, is passed on by the SDK with reads, but not with queries.

    CosmosItemRequestOptions ofRead() {
        return new CosmosItemRequestOptions().setReadConsistencyStrategy(strategy());
    }

    CosmosQueryRequestOptions ofQuery() {
        return new CosmosQueryRequestOptions().setReadConsistencyStrategy(strategy());
    }

    private ReadConsistencyStrategy strategy() {
        return this == EVENTUAL
                ? ReadConsistencyStrategy.EVENTUAL
                : ReadConsistencyStrategy.DEFAULT;
    }
}
