package galley.screen.settings;

import galley.screen.common.Command;
import galley.screen.common.Theme;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Everything that is set for the newsroom and for this machine.
///
/// @param backups null where no copies are kept
/// @param folder where the newsroom lies
/// @param ownNewsroom leaves the sample newsroom and begins one's own; null where this is one's own
public record SettingsViewModel(NewsroomForm newsroom, PeopleViewModel people, BoardForm board, RulesViewModel rules, @Nullable BackupsViewModel backups, ObjectProperty<Theme.Choice> theme,
                                String folder, @Nullable Command ownNewsroom) {

    /// Reads everything anew.
    public void read() {
        newsroom.read();
        people.read();
        board.read();
        rules.read();
        if (backups != null) {
            backups.read();
        }
    }

    public List<Command> commands() {
        return List.of(newsroom.save(), people.beginAdd(), rules.begin());
    }
}
