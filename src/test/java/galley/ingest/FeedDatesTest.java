package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FeedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Thu, 01 Jan 2004 19:48:21 GMT          | 2004-01-01T19:48:21Z",
            "Thu, 01 Jan 04 19:48:21 EST            | 2004-01-02T00:48:21Z",
            "01 Jan 94 19:48 +0100                  | 1994-01-01T18:48:00Z",
            "Thu Jan 01 2004 19:48:21               | 2004-01-01T19:48:21Z",
            "January 1, 2004 7:48 PM                | 2004-01-01T19:48:00Z",
            "Sunday, 06-Nov-94 08:49:37 GMT         | 1994-11-06T08:49:37Z",
            "Wed, 19 Aug 2009 18:28:00 Etc/GMT      | 2009-08-19T18:28:00Z",
            "Tue, 3 Mar 2026 09:00:00 Europe/Paris  | 2026-03-03T08:00:00Z",
            "mar., 3 févr. 2026 09:00:00 +0100      | 2026-02-03T08:00:00Z",
            "Di, 03 Mär 2026 09:00:00 MEZ           | 2026-03-03T08:00:00Z",
            "Sun Jan  4 16:29:06 PST 2004           | 2004-01-05T00:29:06Z",
            "Fri, 2006/09/15 08:19:53 EDT           | 2006-09-15T12:19:53Z",
            "2004-július-13T9:15-05:00              | 2004-07-13T14:15:00Z",
            "2004-05-25 오전 12:05:00               | 2004-05-24T15:05:00Z",
            "2003-12-31T10:14:55.1234Z              | 2003-12-31T10:14:55Z",
            "2003-12-31 10:14 +02                   | 2003-12-31T08:14:00Z",
            "20031231T101455Z                       | 2003-12-31T10:14:55Z",
            "2003-335                               | 2003-12-01T00:00:00Z",
            "2003-12                                | 2003-12-01T00:00:00Z",
            "03-12-31                               | 2003-12-31T00:00:00Z",
            "Wed, 19 Feb 2025 22:40:00 America/New_York | 2025-02-20T03:40:00Z",
            "2005-W01-1                             | 2005-01-03T00:00:00Z",
            "2004-W53-6T10:00Z                      | 2005-01-01T10:00:00Z",
            "2003-12-31T10:14:55,123Z               | 2003-12-31T10:14:55Z",
            "Mo, 5. Januar 2026 10:11:12 +0100      | 2026-01-05T09:11:12Z",
            "2026.01.05 10:11                       | 2026-01-05T10:11:00Z",
            "2004-01-01T19:4Z                       | 2004-01-01T19:04:00Z",
            "2004-01-01T1:2:3Z                      | 2004-01-01T01:02:03Z",
            "20040101T19:48:21Z                     | 2004-01-01T19:48:21Z",
            "04-01-01T19:48:21Z                     | 2004-01-01T19:48:21Z",
            "2004-12-31T23:59:60Z                   | 2005-01-01T00:00:00Z",
            "2004-01-01T24:00:00Z                   | 2004-01-02T00:00:00Z",
            "2004-01-01T19:48:21.Z                  | 2004-01-01T19:48:21Z",
            "2004-01-01T19:48:21−0500          | 2004-01-02T00:48:21Z",
            "Thu, 01 Jan 2004 19:48:21 +0100 (CET)  | 2004-01-01T18:48:21Z",
            "Thu, 01 Jan 2004 19:48:21 (CET)        | 2004-01-01T18:48:21Z",
            "Thu, 01 Jan 2004 19:48:21 GMT +0100    | 2004-01-01T18:48:21Z",
            "Thu, 01 Jan 2004 19:48:21 UT+1         | 2004-01-01T18:48:21Z",
            "Thu Jan 01 2004 19:48:21 GMT+0100 (Central European Time) | 2004-01-01T18:48:21Z",
            "Thu Jan  1 19:48:21 GMT+0100 2004      | 2004-01-01T18:48:21Z",
            "January 1, 2004 at 7:48 PM             | 2004-01-01T19:48:00Z",
            "2004年5月28日 10:20:30                 | 2004-05-28T10:20:30Z",
            "2004-febr.-13T9:15Z                    | 2004-02-13T09:15:00Z",
    })
    void readsWhatFeedsWrite(String words, Instant moment) {
        assertEquals(moment, FeedDates.read(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "yesterday", "2003-12-31T25:14:55Z", "2003-12-31T10:61:00Z", "2003-12-31T10:14:61Z", "2003-02-30", "2003-W54-1", "2003-W53", "2004-01-01T24:00:01Z", "2004-01-01T10:00:00+9999", "01 Jan 4", "2003-W10-8", "05/01/2004",
            "Thu, 31 Jun 2004 10:00:00 GMT", "Sun, 16 Dec zz 11:47:32 GMT", "1 2 3", "013", "12", "2013-01-27-01", "-", "+", "99999999999"})
    void refusesWhatCouldMeanAnything(String words) {
        assertThat(FeedDates.read(words)).isNull();
    }

    @Test
    void anEndlessDateIsRefusedAtOnce() {
        assertThat(FeedDates.read("1".repeat(1_000_000))).isNull();
    }

    @Test
    void aDateFromTheFutureIsReadButNotBelieved() {
        var now = Instant.parse("2026-03-03T12:00:00Z");

        assertThat(FeedDates.believable(FeedDates.read("2026-03-04T11:00:00Z"), now)).isNotNull();
        assertThat(FeedDates.believable(FeedDates.read("2038-01-19T03:14:07Z"), now)).isNull();
        assertThat(FeedDates.believable(FeedDates.read("Thu, 01 Jan 1970 00:00:00 GMT"), now)).isNull();
    }

    @Test
    void readsAndRefusesAsTheSuiteOfFeedDatesSays() {
        var wrong = new ArrayList<String>();
        for (var line : SharedData.lines("feedparser/dates.jsonl")) {
            var date = JsonMapper.shared().readTree(line);
            var expected = date.get("iso").isNull() ? null : Instant.parse(date.get("iso").asString());
            var read = FeedDates.read(date.get("input").asString());
            var toTheSecond = read == null ? null : read.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            if (!java.util.Objects.equals(expected, toTheSecond)) {
                wrong.add(date.get("input") + " expected " + expected + " but was " + read);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
