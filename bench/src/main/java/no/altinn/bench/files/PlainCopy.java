package no.altinn.bench.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What the platform is compared with: bytes from a file over loopback into a file, flushed and
 * renamed, or back, and nothing else. The other side is a process of its own.
 *
 * <pre>
 * java … PlainCopy FOLDER
 * </pre>
 *
 * <p>It prints its port.
 */
public final class PlainCopy implements Way {
    private static final int BUFFER = 64 * 1024;

    private final int port;

    PlainCopy(int port) {
        this.port = port;
    }

    /** Serves files of a folder until it is ended. */
    public static void main(String[] a) throws IOException {
        Path folder = Path.of(a[0]);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket, folder)).start();
            }
        }
    }

    private static void serve(Socket accepted, Path folder) {
        try (Socket socket = accepted;
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            int number = in.readInt();
            long length = in.readLong();
            if (length < 0) {
                OutputStream out = socket.getOutputStream();
                try (InputStream file = Files.newInputStream(folder.resolve("kept-" + number))) {
                    copy(file, out);
                }
            } else {
                take(
                        in,
                        length,
                        folder.resolve("aside-" + number),
                        folder.resolve("new-" + number));
                socket.getOutputStream().write(1);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(InputStream in, long length, Path aside, Path place)
            throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        aside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (long left = length; left > 0; ) {
                int some = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (some < 0) {
                    throw new IOException("The file broke off");
                }
                for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, some); bytes.hasRemaining(); ) {
                    file.write(bytes);
                }
                left -= some;
            }
            file.force(true);
        }
        Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies all there is. */
    static long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
            out.write(buffer, 0, some);
            copied += some;
        }
        return copied;
    }

    @Override
    public void send(int number, Path file) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = Files.newInputStream(file)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(number);
            out.writeLong(Files.size(file));
            copy(in, out);
            if (socket.getInputStream().read() != 1) {
                throw new IOException("The file was not taken");
            }
        }
    }

    @Override
    public void fetch(int number) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(number);
            out.writeLong(-1);
            if (copy(socket.getInputStream(), OutputStream.nullOutputStream()) == 0) {
                throw new IOException("There was no file");
            }
        }
    }
}
