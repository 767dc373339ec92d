package galley.app;

/// Starts Galley: the command line when there are arguments, the desktop when there are none.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("galley");
    }
}
