package galley.screen.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Newsroom;
import galley.notice.Trouble;
import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstRunViewModelTest {

    private final Made made = new Made();
    private int opened;

    @Test
    void aNewsroomIsMadeOfItsNameAndItsFirstPerson() {
        var model = model(null);
        model.start().run();
        assertThat(model.toPerson().refusal().getValue()).isEqualTo("needs a name");
        model.nameProperty().set("Quay Post");
        model.languageProperty().set("en-GB");
        model.toPerson().run();
        model.personProperty().set(" Rosa Lind ");
        model.passphraseProperty().set("four plain words here");
        assertThat(model.begin().refusal().getValue()).isEqualTo("needs the same passphrase twice");
        model.againProperty().set("four plain words here");
        model.begin().run();

        assertThat(made.newsroom).isEqualTo(new Newsroom("Quay Post", URI.create("https://quay-post.example/"), "en-GB", java.time.ZoneId.systemDefault(), "",
                "", java.util.Map.of()));
        assertThat(made.person).isEqualTo("Rosa Lind");
        assertThat(made.passphrase).isEqualTo("four plain words here");
        assertThat(model.passphraseProperty().get()).isEmpty();
        assertThat(model.pageProperty().get()).isEqualTo(FirstRunViewModel.Page.FEEDS);
        model.later().run();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void feedsMayBePastedWithoutTheirScheme() {
        var model = model(null);
        model.feedsProperty().set("northwire.example/rss\n\nhttp://tidewater.example/atom.xml\n");
        model.addFeeds().run();
        assertThat(made.feeds).containsExactly(URI.create("https://northwire.example/rss"), URI.create("http://tidewater.example/atom.xml"));
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void whatIsNoAddressIsNamed() {
        var model = model(null);
        model.feedsProperty().set("northwire.example/rss\nthe harbour one");
        assertThat(model.feedsProblemProperty().get()).isEqualTo("Not an address: the harbour one");
        assertThat(model.addFeeds().isAllowed()).isFalse();
    }

    @Test
    void theSiteHasToBeSecure() {
        var model = model(null);
        model.nameProperty().set("Quay Post");
        model.siteProperty().set("http://quay-post.example");
        assertThat(model.siteProblemProperty().get()).isEqualTo("It has to begin with https://");
        assertThat(model.toPerson().isAllowed()).isFalse();
    }

    @Test
    void whatCannotBeMadeIsToldAndMayBeTriedAgain() {
        made.fault = Trouble.of("The folder cannot be written.", "Nothing was changed.", "Name another.");
        var model = model(Newsroom.named("Quay Post"));
        assertThat(model.pageProperty().get()).isEqualTo(FirstRunViewModel.Page.PERSON);
        model.personProperty().set("Rosa Lind");
        model.passphraseProperty().set("four plain words here");
        model.againProperty().set("four plain words here");
        model.begin().run();
        assertThat(model.troubleProperty().get().happened()).isEqualTo("The folder cannot be written.");
        assertThat(model.busyProperty().get()).isFalse();
        made.fault = null;
        model.begin().run();
        assertThat(model.troubleProperty().get()).isNull();
        assertThat(made.person).isEqualTo("Rosa Lind");
    }

    @Test
    void wellKnownFeedsInTheNewsroomsLanguageAreOffered() {
        var model = model(null);
        model.languageProperty().set("de-AT");
        model.feedsProperty().set("harbour.example/rss");
        var euronews = model.starters().getFirst();

        assertThat(euronews.url()).isEqualTo("https://de.euronews.com/rss");
        model.choose(euronews, true);
        assertThat(model.feedsProperty().get()).isEqualTo("harbour.example/rss\nhttps://de.euronews.com/rss");
        assertThat(model.isChosen(euronews)).isTrue();
        model.choose(euronews, false);
        assertThat(model.feedsProperty().get()).isEqualTo("harbour.example/rss");
    }

    private FirstRunViewModel model(@Nullable Newsroom begun) {
        return new FirstRunViewModel(made, begun, new ImmediateWork(), () -> opened++);
    }

    private static final class Made implements Foundation {
        private @Nullable Newsroom newsroom;
        private @Nullable String person;
        private @Nullable String passphrase;
        private @Nullable RuntimeException fault;
        private final List<URI> feeds = new ArrayList<>();

        @Override
        public void begin(Newsroom newsroom, String person, char[] passphrase) {
            if (fault != null) {
                throw fault;
            }
            this.newsroom = newsroom;
            this.person = person;
            this.passphrase = new String(passphrase);
        }

        @Override
        public void addFeeds(List<URI> addresses) {
            feeds.addAll(addresses);
        }

        @Override
        public void sample(Progress.Watcher watcher, Cancel cancel) {}
    }
}
