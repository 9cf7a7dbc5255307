package no.altinn.local.standins;

import no.altinn.local.authorization.DecisionDesk;
import no.altinn.local.authorization.DecisionPoint;
import no.altinn.local.authorization.Representation;
import no.altinn.local.certificates.TestCertificates;
import no.altinn.local.help.HelpTools;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.idporten.IdPorten;
import no.altinn.local.lookup.LookupSource;
import no.altinn.local.maskinporten.Maskinporten;
import no.altinn.local.orgs.AltinnOrgs;
import no.altinn.local.pages.Places;
import no.altinn.local.pages.StartPage;
import no.altinn.local.payment.PaymentService;
import no.altinn.local.profile.UserLookup;
import no.altinn.local.register.PartyRegister;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.tokens.TestTokens;
import no.altinn.local.webhooks.WebhookReceiver;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.InvalidToken;

import org.eclipse.jetty.server.Handler;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/**
 * The parts of the platform that the apps call, services of others that they call, and a receiver
 * of the webhooks that they send.
 */
public final class StandIns {
    private StandIns() {}

    /**
     * Serves every stand-in.
     *
     * @param files who is known, and who may do what
     * @param data the folder in which stand-ins keep what they register
     * @param base the address of this machine's platform, with a slash at the end
     */
    public static Handler handler(
            TestFiles files, Path data, LocalKeys keys, URI base, Clock clock) {
        LiveFile<Parties> parties = files.parties();
        WebhookReceiver webhooks = new WebhookReceiver(clock);
        PlatformAccessTokenValidator tokens = new PlatformAccessTokenValidator(keys, clock);
        return new Handler.Sequence(
                webhooks,
                webhooks.desk(),
                new TestTokens(keys, parties, base, clock).handler(),
                new TestCertificates(keys, parties, base, clock).handler(),
                new IdPorten(keys.idPorten(), parties, base, clock).handler(),
                new Maskinporten(keys.maskinporten(), parties, data, base, clock).handler(),
                new DecisionPoint(files.policies(), parties).handler(),
                new DecisionDesk(files.policies(), parties).handler(),
                new Representation(parties, request -> isTrusted(tokens, request)).handler(),
                new PartyRegister(parties, request -> isTrusted(tokens, request)).handler(),
                new UserLookup(parties, request -> isTrusted(tokens, request)).handler(),
                new AltinnOrgs(parties).handler(),
                new HelpTools(parties).handler(),
                new PaymentService(base).handler(),
                new LookupSource().handler(),
                new Places(base).handler(),
                new StartPage(files.policies(), parties, files::faults).handler());
    }

    private static boolean isTrusted(PlatformAccessTokenValidator tokens, Request request) {
        try {
            tokens.validate(
                    request.header(PlatformAccessToken.HEADER).orElse(""), Set.of("platform"));
            return true;
        } catch (InvalidToken e) {
            return false;
        }
    }
}
