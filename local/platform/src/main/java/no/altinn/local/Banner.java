package no.altinn.local;

import no.altinn.local.claims.Digdir;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The text that is printed when the platform is ready: the addresses of everything. */
final class Banner {
    private Banner() {}

    /**
     * The text, without a line break at its end.
     *
     * @param base where the platform is reached, with a slash at the end
     * @param secureBase where clients may show certificates; empty if nowhere
     * @param functions how many functions the platform hosts
     * @param data where everything is kept
     * @param policies where the policies in force were read
     * @param sites what runs where in Azure; empty if that is not known here
     */
    static String of(
            URI base,
            Optional<URI> secureBase,
            int functions,
            Path data,
            String policies,
            Optional<AzureSites> sites) {
        return """

                Altinn Events, the local platform

                  Start page        %1$s
                  Events API        %1$sevents/api/v1/
                  REST API          %1$sapi/
                  Certificates      %7$s
                  Token keys        %1$sauthentication/api/v1/openid/.well-known/openid-configuration
                  Token exchange    %1$sauthentication/api/v1/exchange/maskinporten (or id-porten)
                  Test tokens       %1$sapi/GetEnterpriseToken?env=local&org=ttd&orgNo=%5$s&scopes=altinn:events.publish
                  Maskinporten      %1$smaskinporten/.well-known/oauth-authorization-server
                  ID-porten         %1$sidporten/.well-known/openid-configuration
                  Webhook inboxes   %1$swebhooks
                  Decisions         %1$sauthorization/api/v1/decision
                  Register          %1$sregister/api/                   (parties.json)
                  Policies          %6$s
                  Data              %2$s

                %8$s  Test tokens need HTTP Basic with any user and password, for example test:test.
                  Ctrl-C stops it.

                Ready on %3$s (%4$d functions)"""
                .formatted(
                        base,
                        data,
                        base.toString().replaceAll("/$", ""),
                        functions,
                        Digdir.NUMBER,
                        policies,
                        secureBase
                                .map(secure -> secure + "api/ (mutual TLS)")
                                .orElse("nowhere: the port is taken"),
                        sites.map(Banner::inAzure).orElse(""));
    }

    private static String inAzure(AzureSites sites) {
        return """
                  One process runs everything here. In Azure the Events app is two sites:
                    %s
                    %s

                """
                .formatted(sites.lines().toArray());
    }
}
