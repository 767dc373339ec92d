package galley.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every database must keep of the newsroom's own settings.
public abstract class SettingsContract {

    protected abstract Settings settings();

    @Test
    public void aNewsroomHasNoNameBeforeItIsNamed() {
        assertThat(settings().newsroom()).isEmpty();
        assertThat(settings().choice("theme")).isEmpty();
    }

    @Test
    public void whatWasSavedLastIsWhatStands() {
        settings().save(Newsroom.named("Quay Post"));
        var whole = new Newsroom("Quay “Post” – Hafenblatt", URI.create("https://quay.example/"), "de-CH", ZoneId.of("Europe/Zurich"), "desk@quay.example",
                "CC BY 4.0", Map.of(Newsroom.Policy.ETHICS, "We ask twice.\n\nThen we ask again.", Newsroom.Policy.CORRECTIONS, "Openly."));
        settings().save(whole);

        assertEquals(Optional.of(whole), settings().newsroom());
    }

    @Test
    public void aChoiceIsRememberedAndMayChange() {
        settings().choose("theme", "dark");
        settings().choose("theme", "light");
        settings().choose("zoom", "1.25");

        assertThat(settings().choice("theme")).contains("light");
        assertThat(settings().choice("zoom")).contains("1.25");
    }
}
