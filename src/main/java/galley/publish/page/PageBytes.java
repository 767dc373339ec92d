package galley.publish.page;

import gg.jte.TemplateOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page as it is filled: the bytes that go to the disk, without the detour over a text. Style sheets and scripts, half of every page,
/// are copied as they lie there.
final class PageBytes implements TemplateOutput {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private byte[] bytes = new byte[48 << 10];
    private int size;
    private boolean printable = true;

    @Override
    public void writeContent(String text) {
        var inlined = text.length() < Inlined.LEAST ? null : Inlined.bytes(text);
        if (inlined != null) {
            add(inlined);
            return;
        }
        var more = text.getBytes(StandardCharsets.UTF_8);
        if (more.length != text.length() || !isPlain(more)) {
            printable &= Markup.isPrintable(text);
        }
        add(more);
    }

    @Override
    public void writeContent(String text, int from, int to) {
        writeContent(text.substring(from, to));
    }

    @Override
    public void writeBinaryContent(byte[] more) {
        add(more);
    }

    private void add(byte[] more) {
        if (bytes.length - size < more.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /// ASCII without controls but line ends, eight signs at a time; half of a pair has become a question mark.
    private static boolean isPlain(byte[] text) {
        int i = 0;
        for (; i + 8 <= text.length; i += 8) {
            long eight = (long) EIGHT.get(text, i);
            long asks = eight ^ EACH * '?';
            // A sign below 0x20 borrows, 0x7F carries, one above has its own high bit.
            if (((eight - EACH * 0x20 | eight + EACH | eight | asks - EACH) & HIGH) != 0 && !isPlain(text, i, i + 8)) {
                return false;
            }
        }
        return isPlain(text, i, text.length);
    }

    private static boolean isPlain(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((text[i] < ' ' || text[i] == 0x7F || text[i] == '?') && text[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /// Whether there is nothing in it that no page may carry.
    boolean isPrintable() {
        return printable;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }
}
