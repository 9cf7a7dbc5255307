package no.altinn.events.signing;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Java program of the guide, compiled as a receiver would. */
final class CompiledProgram implements AutoCloseable {
    private final URLClassLoader classes;
    private final Class<?> type;

    CompiledProgram(Path folder, String name, String program) throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of(
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-Xlint:all,-path,-classfile,-options",
                        "-Werror");
        boolean isCompiled;
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            isCompiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
        }
        if (!isCompiled) {
            throw new AssertionError("The guide's program does not compile: " + said);
        }
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        type = classes.loadClass(name);
    }

    /** Calls its method of this name. */
    Object call(String name, Object... arguments) throws ReflectiveOperationException {
        Method method =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
