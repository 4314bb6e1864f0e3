import JSON
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test("an accessor answers only for its own kind")
  func accessors() {
    #expect(JSONValue.null.isNull)
    #expect(JSONValue.bool(true).bool == true)
    #expect(JSONValue.integer(4).integer == 4)
    #expect(JSONValue.integer(4).double == 4)
    #expect(JSONValue.integer(4).string == nil)
    #expect(JSONValue.string("4").integer == nil)
    #expect(JSONValue.array([1, 2]).array == [1, 2])
    #expect(JSONValue.array([1, 2]).object == nil)
    #expect(JSONNumber(0.5).map(JSONValue.number)?.double == 0.5)
    #expect(JSONNumber(0.5).map(JSONValue.number)?.integer == nil)
  }

  @Test("a missing member or element is nil, and so is one of another kind of value")
  func subscripts() {
    let value: JSONValue = ["a": [10, 20]]
    #expect(value["a"]?[1] == 20)
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["b"] == nil)
    #expect(value[0] == nil)
    #expect(JSONValue.string("x")["a"] == nil)
  }

  @Test("infinity and NaN are no JSON numbers")
  func finiteOnly() {
    #expect(JSONNumber(.infinity) == nil)
    #expect(JSONNumber(.nan) == nil)
  }
}

@Suite("JSON objects")
struct JSONObjectTests {
  @Test("keys keep the order of their first mention", arguments: [3, 8, 9, 40])
  func order(count: Int) {
    var object = JSONObject()
    for number in (0..<count).reversed() { object["k\(number)"] = .integer(Int64(number)) }
    object["k1"] = "again"
    #expect(Array(object.keys) == (0..<count).reversed().map { "k\($0)" })
    #expect(object["k1"] == "again")
    #expect(object["k2"] == 2)
  }

  @Test("removing a key leaves the others to be found", arguments: [3, 9, 10, 40])
  func removal(count: Int) {
    var object = JSONObject()
    for number in 0..<count { object["k\(number)"] = .integer(Int64(number)) }
    object["k0"] = nil
    object["none"] = nil
    #expect(object.count == count - 1)
    #expect(object["k0"] == nil)
    for number in 1..<count { #expect(object["k\(number)"] == .integer(Int64(number))) }
  }

  @Test("objects with the same members in another order differ")
  func equality() {
    let ab: JSONValue = ["a": 1, "b": 2]
    let ba: JSONValue = ["b": 2, "a": 1]
    #expect(ab != ba)
    #expect(ab == ["a": 1, "b": 2])
  }
}
