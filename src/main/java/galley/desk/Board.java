package galley.desk;

/// What the newsroom has stated about its editorial board. Until it states a quorum, nothing is verified by a board.
///
/// @param quorum how many members must sign; 0 when the newsroom has not said
/// @param seniorsAreTheBoard "our senior editors are our board": they may sign for it, the reviewer among them
public record Board(int quorum, boolean seniorsAreTheBoard) {

    public static final Board NONE = new Board(0, false);

    public Board {
        if (quorum < 0) {
            throw new IllegalArgumentException("A quorum is no negative number.");
        }
    }

    public boolean isStated() {
        return quorum > 0;
    }

    public boolean hasMember(Person person) {
        return person.roles().contains(Role.BOARD) || seniorsAreTheBoard && person.isSenior();
    }
}
