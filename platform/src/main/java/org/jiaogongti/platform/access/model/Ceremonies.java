package org.jiaogongti.platform.access.model;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of a passkey (WebAuthn level 3): making one, and showing that one has it. The person is always verified by the
 * device, so that a passkey stands for something held and something known at once. Where a device comes from is not asked.
 */
@Component
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public final class Ceremonies {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(COSEAlgorithmIdentifier.ES256,
            COSEAlgorithmIdentifier.RS256).stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final SecureRandom chance = new SecureRandom();
    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(objects);

    /**
     * The place for which a passkey counts: no other site can ask for it.
     *
     * @param origin scheme, host and port
     * @param host the name alone
     */
    public record Here(String origin, String host) {}

    /** A passkey that was just made. */
    public record Made(byte[] credential, byte[] key, long count, boolean synced) {}

    /** What somebody shows, not yet examined: which passkey it is, and whose they say it is. */
    public record Shown(byte[] credential, byte[] owner, AuthenticationData data) {}

    /** What the examination comes to. */
    public sealed interface Verdict {

        record Right(long count) implements Verdict {}

        record Wrong() implements Verdict {}

        /** It was used elsewhere meanwhile: there are two of what should be one. */
        record Cloned() implements Verdict {}
    }

    public byte[] newChallenge() {
        byte[] bits = new byte[32];
        chance.nextBytes(bits);
        return bits;
    }

    /** Empty when it is not a passkey made here, just now, by a person whom the device has verified. */
    public Optional<Made> made(String json, Here here, byte[] challenge) {
        Optional<RegistrationData> read = read(() -> manager.parseRegistrationResponseJSON(json));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        try {
            RegistrationData data = manager.verify(read.get(),
                    new RegistrationParameters(server(here, challenge), ALGORITHMS, true, true));
            AuthenticatorData<?> said = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(said.getAttestedCredentialData());
            return Optional.of(new Made(key.getCredentialId(), keys.convert(key), said.getSignCount(),
                    said.isFlagBE()));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is no answer at all, or does not say whose it is. */
    @SuppressWarnings("NullAway") // the library's arrays are annotated as if their elements could be missing
    public Optional<Shown> shown(String json) {
        return read(() -> manager.parseAuthenticationResponseJSON(json))
                .filter(data -> data.getCredentialId() != null && data.getUserHandle() != null)
                .map(data -> new Shown(data.getCredentialId(), data.getUserHandle(), data));
    }

    /**
     * @param key as it was made
     * @param count how often it had been used, where the device counts
     */
    public Verdict examine(Shown shown, byte[] key, long count, boolean synced, Here here, byte[] challenge) {
        CredentialRecordImpl known = new CredentialRecordImpl(new NoneAttestationStatement(), true, synced, null, count,
                keys.convert(key), null, null, null, Set.of());
        try {
            AuthenticationData data = manager.verify(shown.data(),
                    new AuthenticationParameters(server(here, challenge), known, null, true, true));
            return new Verdict.Right(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (MaliciousCounterValueException e) {
            return new Verdict.Cloned();
        } catch (VerificationException e) {
            return new Verdict.Wrong();
        }
    }

    private static ServerProperty server(Here here, byte[] challenge) {
        return ServerProperty.builder().origin(Origin.create(here.origin())).rpId(here.host())
                .challenge(new DefaultChallenge(challenge)).build();
    }

    /** What a stranger sends may break the reader in any way: it is no passkey, whichever it was. */
    private static <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
