package galley.publish.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.notice.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Against an S3 server that checks every signature.
class BucketSendingTest extends SendingContract {

    private static final String BUCKET = "quay-post";
    private static final String PREFIX = "www/the news/";

    private final TransientNio2BlobStore store = new TransientNio2BlobStore();
    private S3Proxy server;

    @BeforeEach
    void serve() throws Exception {
        store.createContainer(BUCKET);
        server = S3Proxy.builder().blobStore(store).endpoint(URI.create("http://127.0.0.1:0")).awsAuthentication(AuthenticationType.AWS_V4, "rosas-key", "four plain words")
                .ignoreUnknownHeaders(true).build();
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        store.close();
    }

    @Override
    String address() {
        return through(server.getPort());
    }

    @Override
    String through(int port) {
        return "s3://" + BUCKET + "/www/the%20news?endpoint=http://127.0.0.1:" + port + "&region=eu-north-1";
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    Map<String, byte[]> there() throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var object : store.list(BUCKET).contents()) {
            if (object.key().startsWith(PREFIX) && !object.key().startsWith(PREFIX + ".galley")) {
                try (var in = store.getBlob(BUCKET, object.key())) {
                    found.put(object.key().substring(PREFIX.length()), in.readAllBytes());
                }
            }
        }
        return found;
    }

    @Override
    void lay(String path, byte[] bytes) {
        store.putBlob(PutObjectRequest.builder().bucket(BUCKET).key(PREFIX + path).contentLength((long) bytes.length).build(), new ByteArrayInputStream(bytes));
    }

    @Override
    Map<String, String> environment() {
        return Map.of("AWS_ACCESS_KEY_ID", "rosas-key", "AWS_SECRET_ACCESS_KEY", "four plain words");
    }

    @Test
    void aPageSaysWhatItIsAndHowLongItMayBeKept() {
        new SiteInATest(folder.resolve("m"), environment()).send(address());
        var page = store.blobMetadata(BUCKET, PREFIX + "index.html");
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.cacheControl()).isEqualTo("public, max-age=60");
        assertThat(store.blobMetadata(BUCKET, PREFIX + "pictures/ab12.jpg").cacheControl()).contains("immutable");
        assertThat(store.blobMetadata(BUCKET, PREFIX + "feed.xml").contentType()).startsWith("application/rss+xml");
    }

    @Test
    void whatTheBucketRefusesIsSaidWithWhatToDo() {
        var wrong = new SiteInATest(folder.resolve("a"), Map.of("AWS_ACCESS_KEY_ID", "rosas-key", "AWS_SECRET_ACCESS_KEY", "other words"));
        assertThatThrownBy(() -> wrong.send(address())).isInstanceOf(Trouble.class).hasMessageContaining("SignatureDoesNotMatch").hasMessageContaining("Mend the sign-in");
        var stranger = new SiteInATest(folder.resolve("b"), Map.of("AWS_ACCESS_KEY_ID", "nobodys", "AWS_SECRET_ACCESS_KEY", "x"));
        assertThatThrownBy(() -> stranger.send(address())).isInstanceOf(Trouble.class).hasMessageContaining("The access key is not known there");
        var site = new SiteInATest(folder.resolve("c"), environment());
        assertThatThrownBy(() -> site.send(address().replace(BUCKET, "no-such-bucket"))).isInstanceOf(Trouble.class).hasMessageContaining("There is no such bucket");
        assertThatThrownBy(() -> new SiteInATest(folder.resolve("d"), Map.of()).send(address())).isInstanceOf(Trouble.class).hasMessageContaining("Give an access key");
    }

    @Test
    void aLongListOfKeysIsReadToItsEnd() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            lay("old/" + i + ".html", new byte[] {'x'});
        }
        lay("zz.txt", new byte[] {'y'});
        var site = new SiteInATest(folder.resolve("m"), environment());
        site.files.put("zz.txt", "ours");
        assertThat(site.send(address()).strangers()).containsExactly("zz.txt");
    }
}
