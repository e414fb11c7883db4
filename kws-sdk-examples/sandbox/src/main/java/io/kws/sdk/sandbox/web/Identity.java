package io.kws.sdk.sandbox.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 and localhost that vouches for itself, with its key; a new one in each JVM. Immutable. */
public final class Identity {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.object(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final byte[] TRUE = {0x01, 0x01, (byte) 0xff};

    private final byte[] certificate;
    private final SSLContext context;

    private Identity(byte[] certificate, SSLContext context) {
        this.certificate = certificate;
        this.context = context;
    }

    /** {@return the certificate of this JVM, made at the first call} */
    public static Identity ofThisJvm() {
        return Holder.IDENTITY;
    }

    /** {@return the certificate as PEM, for clients to trust} */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    SSLContext context() {
        return context;
    }

    private static Identity make() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = keys.generateKeyPair();
            byte[] certificate = certificate(pair);
            return new Identity(certificate, context(pair, certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot make a certificate", e);
        }
    }

    private static byte[] certificate(KeyPair pair) throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.object(0x55, 0x04, 0x03), Der.text("kws-sandbox"))));
        byte[] validity = Der.sequence(
                Der.utcTime(UTC_TIME.format(now.minus(Duration.ofDays(1)))),
                Der.utcTime(UTC_TIME.format(now.plus(Duration.ofDays(365)))));
        byte[] content = Der.sequence(
                Der.element(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, new SecureRandom())),
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                pair.getPublic().getEncoded(),
                Der.element(0xa3, extensions()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
    }

    /** It may sign, as some clients trust authorities only, and is good for this machine's loopback address. */
    private static byte[] extensions() {
        byte[] authority = Der.sequence(Der.object(0x55, 0x1d, 0x13), TRUE, Der.octets(Der.sequence(TRUE)));
        byte[] names = Der.sequence(
                Der.element(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.element(0x87, new byte[] {127, 0, 0, 1}));
        return Der.sequence(authority, Der.sequence(Der.object(0x55, 0x1d, 0x11), Der.octets(names)));
    }

    private static SSLContext context(KeyPair pair, byte[] encoded) throws GeneralSecurityException, IOException {
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", pair.getPrivate(), new char[0], new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static final class Holder {
        static final Identity IDENTITY = make();
    }
}
