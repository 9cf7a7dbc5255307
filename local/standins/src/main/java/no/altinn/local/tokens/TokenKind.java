package no.altinn.local.tokens;

/**
 * A kind of token: which parameters there are, and what becomes of them. Implementations are
 * thread-safe.
 */
interface TokenKind {
    /** Reads which token is wanted; what is wrong with the parameters, they know afterwards. */
    TestToken read(TokenParameters parameters);

    /** Who gets one each when many tokens are wanted at once; nobody unless said otherwise. */
    default Bulk bulk() {
        return Bulk.NONE;
    }
}
