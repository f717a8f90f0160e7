package org.jiaogongti.platform.start;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of this installation, for phones in the local network: made once, kept private in the data
 * folder, and good for private addresses and the ones this machine had, so that a leaked key cannot stand in for any site of the internet.
 */
final class LocalAuthority {

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    /** Phones refuse certificates of an own authority that live longer than 825 days, some more than 398. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final List<String> PRIVATE_NETWORKS = List.of("10.0.0.0/255.0.0.0", "172.16.0.0/255.240.0.0",
            "192.168.0.0/255.255.0.0", "127.0.0.0/255.0.0.0", "169.254.0.0/255.255.0.0", "100.64.0.0/255.192.0.0");

    private final Path folder;
    private final Instant now;
    private final List<String> hosts;

    LocalAuthority(Path folder, Instant now) {
        this(folder, now, List.of());
    }

    /** @param hosts names below {@code .local} by which the machine is found in its own network */
    LocalAuthority(Path folder, Instant now, List<String> hosts) {
        this.folder = folder;
        this.now = now;
        this.hosts = List.copyOf(hosts);
    }

    /** Where the pieces lie. */
    record Kept(Path authority, Path certificate, Path key) {}

    /** A server certificate for these addresses, made anew when they changed or when it runs out. */
    Kept certificateFor(List<InetAddress> addresses) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path authority = folder.resolve("ca.crt");
            Path authorityKey = folder.resolve("ca.key");
            Kept files = new Kept(authority, folder.resolve("server.crt"), folder.resolve("server.key"));
            // Made again when the machine has moved to a network whose addresses it was not made for.
            if (!Files.exists(authority) || !Files.exists(authorityKey) || !maySpeakFor(authority, addresses)) {
                makeAuthority(authority, authorityKey, addresses);
                makeServer(files, authorityKey, addresses);
            } else if (!usable(files, addresses)) {
                makeServer(files, authorityKey, addresses);
            }
            return files;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new StartRefused("证书无法建立（" + folder + "）：" + e.getMessage()
                    + "\nThe certificate cannot be made in " + folder + "; delete that folder and start again.");
        }
    }

    private boolean usable(Kept files, List<InetAddress> addresses) throws IOException, GeneralSecurityException {
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            return false;
        }
        X509Certificate certificate = readCertificate(files.certificate());
        if (certificate.getNotAfter().toInstant().isBefore(now.plus(RENEW_BEFORE))) {
            return false;
        }
        Set<String> named = new TreeSet<>();
        for (List<?> name : certificate.getSubjectAlternativeNames()) {
            named.add(String.valueOf(name.get(1)));
        }
        return named.containsAll(addresses.stream().map(InetAddress::getHostAddress).toList())
                && named.containsAll(spoken(files.authority()));
    }

    private void makeAuthority(Path certificateFile, Path keyFile, List<InetAddress> addresses)
            throws IOException, GeneralSecurityException,
            OperatorCreationException {
        KeyPair keys = keys();
        X500Name name = new X500Name(
                "CN=Jiaogongti local " + Long.toHexString(new SecureRandom().nextInt() & 0xFFFFFFFFL)
                        + ", O=Jiaogongti");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, serial(), from(),
                Date.from(now.plus(AUTHORITY_LIFE)), name, keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false,
                extensions.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted(addresses), null));
        writePrivate(keyFile, pem(keys.getPrivate()));
        writePublic(certificateFile, pem(builder.build(signer(keys.getPrivate()))));
    }

    private static GeneralSubtree[] permitted(List<InetAddress> addresses) {
        List<GeneralSubtree> subtrees = new ArrayList<>();
        PRIVATE_NETWORKS
                .forEach(network -> subtrees.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, network))));
        addresses.stream().filter(address -> !address.isSiteLocalAddress()).map(InetAddress::getHostAddress)
                .forEach(address -> subtrees.add(
                        new GeneralSubtree(new GeneralName(GeneralName.iPAddress, address + "/255.255.255.255"))));
        subtrees.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")));
        // Names of multicast DNS, which no site of the internet can have.
        subtrees.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, "local")));
        return subtrees.toArray(GeneralSubtree[]::new);
    }

    private void makeServer(Kept files, Path authorityKey, List<InetAddress> addresses)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X509Certificate authority = readCertificate(files.authority());
        KeyPair keys = keys();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(authority, serial(), from(),
                Date.from(now.plus(SERVER_LIFE)), new X500Name("CN=Jiaogongti"), keys.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.authorityKeyIdentifier, false,
                extensions.createAuthorityKeyIdentifier(authority.getPublicKey()));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(Stream.concat(names(addresses),
                        spoken(files.authority()).stream().map(host -> new GeneralName(GeneralName.dNSName, host)))
                        .toArray(GeneralName[]::new)));
        writePrivate(files.key(), pem(keys.getPrivate()));
        writePublic(files.certificate(), pem(builder.build(signer(readKey(authorityKey)))) + Files.readString(
                files.authority()));
    }

    private static Stream<GeneralName> names(List<InetAddress> addresses) {
        return Stream.concat(
                Stream.of(new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")),
                addresses.stream().map(address -> new GeneralName(GeneralName.iPAddress, address.getHostAddress())));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }

    private static BigInteger serial() {
        return new BigInteger(120, new SecureRandom()).setBit(119);
    }

    /** A phone's clock may be a little behind. */
    private Date from() {
        return Date.from(now.minus(Duration.ofDays(1)));
    }

    private static String pem(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : thing);
        }
        return text.toString();
    }

    private static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(readHolder(file));
    }

    /** Whether the authority's own constraints, which phones check, allow it to speak for these addresses. */
    private static boolean maySpeakFor(Path authority, List<InetAddress> addresses) throws IOException {
        return maySpeakFor(authority, names(addresses));
    }

    /** The names that the authority may speak for; one that was made before there were any is kept, since phones trust it. */
    private List<String> spoken(Path authority) throws IOException {
        return maySpeakFor(authority, hosts.stream().map(host -> new GeneralName(GeneralName.dNSName, host)))
                ? hosts
                : List.of();
    }

    private static boolean maySpeakFor(Path authority, Stream<GeneralName> names) throws IOException {
        NameConstraints constraints = NameConstraints
                .getInstance(readHolder(authority).getExtension(Extension.nameConstraints).getParsedValue());
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        try {
            for (GeneralName name : names.toList()) {
                validator.checkPermitted(name);
            }
            return true;
        } catch (NameConstraintValidatorException e) {
            return false;
        }
    }

    private static X509CertificateHolder readHolder(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return (X509CertificateHolder) parser.readObject();
        }
    }

    private static PrivateKey readKey(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parser.readObject());
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writePublic(Path file, String text) throws IOException {
        writePrivate(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
