package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.ReadConsistencyStrategy;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;

/**
 * How new the state is that a read sees. The account is deployed with strong consistency, where two
 * replicas are asked, and both are paid for.
 */
public enum Consistency {
    /** What any one replica has, which may lag behind: half the price. */
    EVENTUAL,

    /** Everything that has been acknowledged: what the account promises of its own accord. */
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
