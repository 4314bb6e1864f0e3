import Testing

@testable import YAML

@Suite("Dates")
struct YAMLDateTests {
  @Test(
    "a day, with or without a time, has one moment in UTC",
    arguments: [
      ("1970-01-01", 0, "1970-01-01T00:00:00Z"),
      ("2000-02-29", 951_782_400, "2000-02-29T00:00:00Z"),
      ("2025-1-5", 1_736_035_200, "2025-01-05T00:00:00Z"),
      ("2025-01-31T10:30:15Z", 1_738_319_415, "2025-01-31T10:30:15Z"),
      ("2025-01-31 10:30", 1_738_319_400, "2025-01-31T10:30:00Z"),
      ("2025-01-31 10:30:15.250 +02:00", 1_738_312_215, "2025-01-31T10:30:15+02:00"),
      ("2025-01-31T10:30:15-0330", 1_738_332_015, "2025-01-31T10:30:15-03:30"),
      ("1969-12-31", -86_400, "1969-12-31T00:00:00Z"),
    ])
  func moments(text: String, seconds: Int, timestamp: String) {
    let date = YAMLDate(text)
    #expect(date?.secondsSince1970 == seconds)
    #expect(date?.timestamp == timestamp)
  }

  @Test(
    "a text that is no date, or no day of the calendar, is refused",
    arguments: [
      "", "2025", "2025-13-01", "2025-02-29", "2100-02-29", "2025-00-10", "2025-01-32", "25-01-01",
      "2025-01-31x", "2025-01-31T", "2025-01-31 24:00", "2025-01-31 10:60",
      "2025-01-31 10:30 +15:00",
      "2025/01/31", "31-01-2025", "0000-01-01",
    ])
  func refused(text: String) {
    #expect(YAMLDate(text) == nil)
  }

  @Test("dates are ordered by their moment")
  func order() throws {
    let east = try #require(YAMLDate("2025-01-31T01:00:00+05:00"))
    let day = try #require(YAMLDate("2025-01-31"))
    #expect(east < day)
    #expect(day.dayText == "2025-01-31")
  }
}
