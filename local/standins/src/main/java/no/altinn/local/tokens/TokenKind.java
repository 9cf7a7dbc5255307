package no.altinn.local.tokens;

/**
 * A kind of token: which parameters there are, and what becomes of them. Implementations are
 * thread-safe.
 */
interface TokenKind {
    /** Reads which token is wanted; what is wrong with the parameters, they know afterwards. */
    TestToken read(TokenParameters parameters);

    /** The owners of the tokens when a request asks for many at once; none by default. */
    default Bulk bulk() {
        return Bulk.NONE;
    }
}
