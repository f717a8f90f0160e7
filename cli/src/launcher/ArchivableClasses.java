import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the class files of a jar that were compiled for Java 5 as class files of Java 8, in place. The JVM keeps no
 * class older than Java 6 in its start-up cache and checks it with the old verifier at each start: for picocli that is a
 * quarter of the time of a short command. The code stays as it is; only the stack maps are added. Run by the launcher.
 */
final class ArchivableClasses {

    private static final int JAVA_8 = 52;

    private ArchivableClasses() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path fresh = Path.of(args[0] + ".new");
        try (JarFile in = new JarFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            ClassFile classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(resolver(in)));
            for (JarEntry entry : Collections.list(in.entries())) {
                byte[] bytes = bytes(in, entry);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? modern(classFile, bytes) : bytes);
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] modern(ClassFile classFile, byte[] bytes) {
        if (((bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF) >= JAVA_8) {
            return bytes;
        }
        return classFile.transformClass(classFile.parse(bytes), (builder, element) -> {
            switch (element) {
                case ClassFileVersion _ -> builder.withVersion(JAVA_8, 0);
                case MethodModel method ->
                    builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
                default -> builder.with(element);
            }
        });
    }

    /** Stack maps name the nearest common class of two, so the jar's own classes have to be known. */
    private static ClassHierarchyResolver resolver(JarFile jar) {
        return ClassHierarchyResolver.ofResourceParsing(type -> {
            List<String> parts = List.of(type.packageName().replace('.', '/'), type.displayName() + ".class");
            ZipEntry entry = jar.getEntry(String.join("/", parts));
            try {
                return entry == null ? null : jar.getInputStream(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }
}
