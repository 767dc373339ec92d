package galley.publish.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.notice.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void foldersAndZipsAreToldApartByTheirNames() {
        assertThat(read("site")).isEqualTo(new Destination.Folder(Path.of("site")));
        assertThat(read("/var/www/site.d")).isEqualTo(new Destination.Folder(Path.of("/var/www/site.d")));
        assertThat(read("today.ZIP")).isEqualTo(new Destination.Zip(Path.of("today.ZIP")));
        assertThat(read("zip:/tmp/a b")).isEqualTo(new Destination.Zip(Path.of("/tmp/a b")));
        assertThat(read("file:///srv/site")).isEqualTo(new Destination.Folder(Path.of("/srv/site")));
    }

    @Test
    void serversAndBucketsAreTakenApart() {
        assertThat(read("sftp://rosa@quay.example:2222/var/www/")).isEqualTo(new Destination.Sftp("rosa", "quay.example", 2222, "/var/www"));
        assertThat(read("sftp://Quay.Example/~/www")).isEqualTo(new Destination.Sftp("me", "quay.example", 22, "www"));
        assertThat(read("sftp://rosa@[::1]/w%20w")).isEqualTo(new Destination.Sftp("rosa", "::1", 22, "/w w"));
        assertThat(read("s3://quay-post/news/?endpoint=http://127.0.0.1:9000&region=eu-north-1"))
                .isEqualTo(new Destination.Bucket("quay-post", "news/", URI.create("http://127.0.0.1:9000"), "eu-north-1"));
        assertThat(read("s3://quay-post")).isEqualTo(new Destination.Bucket("quay-post", "", null, null));
    }

    @Test
    void anAddressIsWrittenAsItWasRead() {
        for (var address : List.of("sftp://rosa@quay.example:2222/var/www", "sftp://rosa@quay.example/~/www", "sftp://rosa@[::1]/w%20w",
                "s3://quay-post/news/?endpoint=http://127.0.0.1:9000&region=eu-north-1", "zip:/tmp/site.zip")) {
            assertThat(read(address).address()).isEqualTo(address);
        }
    }

    @Test
    void aPasswordNeverStaysInTheAddress() {
        var given = Destination.read("sftp://rosa:four%40words@quay.example/www");
        assertThat(given.password()).isEqualTo("four@words");
        assertThat(given.to().address()).isEqualTo("sftp://rosa@quay.example/www");
        assertThatThrownBy(() -> Destination.read("sftp://rosa:four@words@quay.example/")).hasMessageNotContaining("four");
        assertThat(new Login("rosa", "four words", "").toString()).doesNotContain("four");
    }

    @Test
    void whatIsNoPlaceIsRefusedInWords() {
        for (var wrong : List.of("ftp://quay.example/", "https://quay.example/", "", "zip:", "sftp://", "sftp://rosa@quay.example", "sftp://rosa@quay.example/a/../../etc",
                "s3://", "s3://q/../../etc", "s3://quay/?secret=x", "s3://quay/?endpoint=ftp://x", "sftp://rosa@quay example/x")) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(Trouble.class).hasMessageContaining("Nothing was sent");
        }
    }

    /// The example that Amazon's own documentation of the signature computes, for a GET of an object.
    @Test
    void aRequestIsSignedAsThePublishedExampleIs() {
        var signature = new Signature4("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "", "us-east-1");
        var headers = signature.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/test.txt"), new TreeMap<>(),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Map.of("range", "bytes=0-9"), Instant.parse("2013-05-24T00:00:00Z"));
        assertThat(headers.get("authorization")).endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    private static Destination read(String words) {
        return Destination.read(words, "me").to();
    }
}
