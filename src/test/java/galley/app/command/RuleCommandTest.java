package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCommandTest {

    @TempDir
    Path folder;

    private Galley galley;

    @BeforeEach
    void pullOnce() throws IOException {
        galley = new Galley(folder.resolve("newsroom"));
        galley.with("tide and cranes at seven\n", "init", "--name", "Quay Post", "--person", "Rosa Lind", "--passphrase-stdin");
        wire("<item><guid>1</guid><title>Bridge reopens</title></item><item><guid>2</guid><title>Tide tables</title></item>");
    }

    @Test
    void aRuleIsTriedBeforeItIsFollowed() throws IOException {
        var tried = galley.run("rule", "add", "Ships", "--json", "--if", "title contains bridge", "--then", "category Harbour", "--then", "desk Docks", "--then", "notify").json();

        assertEquals(1, tried.get("wouldHit").asInt());
        assertEquals("Bridge reopens", tried.get("newest").get(0).get("title").asString());
        assertThat(tried.get("on").asBoolean()).isFalse();
        assertThat(galley.run("rule", "on", "ships").out()).contains("“Ships” is on. It would have hit 1 of the 2 newest items");
        assertThat(wire("<item><guid>3</guid><title>Bridge shut again</title></item>").err()).contains("“Ships” has hit 1 new item.");
        var row = galley.run("story", "list", "--status", "wire", "--json").json().get("stories").get(0);
        assertEquals("Harbour Docks", row.get("category").asString() + " " + row.get("desk").asString());
        assertEquals(1, galley.run("rule", "list", "--json").json().get("rules").get(0).get("hits").asInt());
    }

    @Test
    void whatIsWrongWithARuleIsSaid() {
        assertThat(galley.run("rule", "add", "Ships", "--if", "colour is blue", "--then", "spike").err()).contains("“colour is blue” is no condition.");
        assertThat(galley.run("rule", "add", "Ships", "--then", "spike").err()).contains("it would take everything");
        assertEquals(Exit.REFUSED, galley.run("rule", "on", "Nothing").exit());
        assertEquals(Exit.DONE, galley.run("rule", "add", "Ships", "--if", "title contains x", "--then", "spike").exit());
        assertThat(galley.run("rule", "add", "ships", "--if", "title contains x", "--then", "spike").err()).contains("There is a rule “ships” already.");
        assertEquals(Exit.DONE, galley.run("rule", "remove", "Ships").exit());
    }

    @Test
    void anEmbargoThatTheWireAsksForIsKeptWhenTheItemIsTaken() throws IOException {
        wire("<item><guid>9</guid><title>Figures of the port</title><description>EMBARGO until 10:00 GMT 3 March 2099. The port grew.</description></item>");

        var taken = galley.run("story", "take", galley.run("story", "list", "--status", "wire", "--json").json().get("stories").get(0).get("id").asString(), "--as", "Rosa Lind", "--json");

        assertEquals("", taken.err());
        assertThat(galley.run("story", "show", galley.run("story", "list", "--json").json().get("stories").get(0).get("id").asString(), "--json").out()).contains("2099-03-03T10:00:00Z");
    }

    @Test
    void aFeedsTermsHoldForWhatIsTakenFromIt() throws IOException {
        wire("<item><guid>9</guid><title>Figures</title><description>The port of the town grew by a tenth in the last year. Nobody had expected that.</description></item>");
        var feed = folder.resolve("feed.xml").toString();

        assertEquals(6, galley.run("feed", "terms", feed, "--excerpt", "6", "--credit", "Harbour Wire via Quay", "--licence", "CC BY 4.0", "--json").json().get("excerpt").asInt());
        galley.run("story", "take", galley.run("story", "list", "--status", "wire", "--json").json().get("stories").get(0).get("id").asString(), "--as", "Rosa Lind");
        var id = galley.run("story", "list", "--json").json().get("stories").get(0).get("id").asString();

        assertThat(galley.run("story", "show", id, "--json").out()).contains("Harbour Wire via Quay").contains("Licence of the wire: CC BY 4.0");
        assertThat(galley.with("tide and cranes at seven\n", "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin").err()).contains("its feed allows 6");
        assertThat(galley.run("feed", "terms", feed, "--excerpt", "-1").err()).contains("An excerpt has a number of words");
    }

    private Galley.Run wire(String items) throws IOException {
        var file = Files.writeString(folder.resolve("feed.xml"), "<rss version='2.0'><channel><title>Harbour Wire</title>" + items + "</channel></rss>");
        galley.run("feed", "add", file.toString());
        return galley.run("pull");
    }
}
